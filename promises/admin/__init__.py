"""The admin of promises: drafts, the reporting desk, publishing."""
