"""Who may work in the admin, and how we know that it is them."""
