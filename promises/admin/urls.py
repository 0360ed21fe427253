"""The admin's own pages about promises, beside Django's stock ones."""

from django.urls import include, path

from portal.admin.entrance import for_editors
from promises.admin import desk, desk_removal, paste_import, preview, publish

app_name = "promises_admin"
preview_pages = [
    path("", for_editors(preview.preview_period), name="preview_period"),
    path("sa-gick-det/", for_editors(preview.preview_follow_up), name="preview_follow_up"),
    path("<slug:promise>/", for_editors(preview.preview_promise), name="preview_promise"),
]
urlpatterns = [
    path("publicera/<int:period>/", for_editors(publish.publish), name="publish"),
    path("publicera/<int:period>/forhandsvisa/", include(preview_pages)),
    path(
        "publicera/<int:period>/utgava/<int:edition>/", for_editors(publish.edition), name="edition"
    ),
    path("publicera/<int:period>/utgava/<int:edition>/text/", include(preview_pages)),
    path("importera/", for_editors(paste_import.paste_import), name="import"),
    path("redovisa/<int:period>/", for_editors(desk.desk), name="desk"),
    path(
        "redovisa/<int:period>/ta-bort/<slug:row>/",
        for_editors(desk_removal.desk_remove),
        name="desk_remove",
    ),
]
