"""Our rules on top of django-allauth: who gets in, with what, and in which words."""
