"""What the importer knows of the language, as data: a new page is taught here, not in the stages."""
