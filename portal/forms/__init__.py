"""Forms of the site. They check and never write: ``services`` do."""
