"""JSON ⇄ typed values for ``manage.py ask``, and its schema."""
