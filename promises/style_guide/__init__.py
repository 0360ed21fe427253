"""The living page of the design system, at ``/stil/``: tokens measured, every component with made-up content.

Only where ``settings.LOCAL`` is set. No queries: all content is made here, in code.
"""
