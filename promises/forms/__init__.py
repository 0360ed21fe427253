"""Forms of the editors' own pages. They check and never write: ``services`` do."""
