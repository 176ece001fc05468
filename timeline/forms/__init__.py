"""What the forms of several tools share: fields, rows, layout, answers that go on."""
