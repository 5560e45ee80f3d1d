"""The root of the routes: the web room has them all."""

from django.urls import include, path

urlpatterns = [path("", include("madegood.web.urls"))]

handler400 = "madegood.web.pages.errors.bad_request"
handler403 = "madegood.web.pages.errors.refused"
handler404 = "madegood.web.pages.errors.not_found"
handler500 = "madegood.web.pages.errors.broken"
