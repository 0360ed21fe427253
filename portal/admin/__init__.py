"""The admin of the site: users, organisations, partnerships, contacts."""
