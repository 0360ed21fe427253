"""The map of /konto/: allauth's views at Swedish addresses. What is not here cannot be reached, such as its
open sign-up and its changing of e-mail addresses."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.urls import URLPattern, URLResolver, include, path, register_converter

from portal.views import account as ours


class Base36:
    regex = "[0-9A-Za-z]+"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Base36, "base36")

password: list[URLPattern | URLResolver] = [
    path("byt/", account.password_change, name="account_change_password"),
    path("valj/", account.password_set, name="account_set_password"),
    path("glomt/", account.password_reset, name="account_reset_password"),
    path("glomt/skickat/", account.password_reset_done, name="account_reset_password_done"),
    path(
        "nytt/klart/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path(
        "nytt/<base36:uidb36>-<str:key>/",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
]
second_step: list[URLPattern | URLResolver] = [
    path("", login_required(mfa.index), name="mfa_index"),
    path("kod/", mfa.authenticate, name="mfa_authenticate"),
    path("bekrafta/", login_required(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("app/", login_required(ours.mfa_activate_totp), name="mfa_activate_totp"),
    path("app/ta-bort/", login_required(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path(
        "reservkoder/",
        login_required(recovery_codes.view_recovery_codes),
        name="mfa_view_recovery_codes",
    ),
    path(
        "reservkoder/nya/",
        login_required(recovery_codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "reservkoder/reservkoder.txt",
        login_required(recovery_codes.download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
    path("nycklar/", login_required(passkeys.list_webauthn), name="mfa_list_webauthn"),
    path("nycklar/ny/", login_required(ours.mfa_add_webauthn), name="mfa_add_webauthn"),
    path(
        "nycklar/bekrafta/",
        login_required(passkeys.reauthenticate_webauthn),
        name="mfa_reauthenticate_webauthn",
    ),
    path(
        "nycklar/<int:pk>/ta-bort/",
        login_required(passkeys.remove_webauthn),
        name="mfa_remove_webauthn",
    ),
    path(
        "nycklar/<int:pk>/byt-namn/",
        login_required(passkeys.edit_webauthn),
        name="mfa_edit_webauthn",
    ),
]
urlpatterns: list[URLPattern | URLResolver] = [
    path("logga-in/", account.login, name="account_login"),
    path("logga-ut/", account.logout, name="account_logout"),
    path("avstangt/", account.account_inactive, name="account_inactive"),
    path("bekrafta/", account.reauthenticate, name="account_reauthenticate"),
    path("losenord/", include(password)),
    path("andra-steget/", include(second_step)),
    path("enheter/", login_required(ours.usersessions_list), name="usersessions_list"),
]

if settings.OIDC_ISSUER:
    from allauth.socialaccount import views as organisation

    urlpatterns += [
        path("", include("allauth.socialaccount.providers.openid_connect.urls")),
        path("oidc/avbrutet/", organisation.login_cancelled, name="socialaccount_login_cancelled"),
        path("oidc/fel/", organisation.login_error, name="socialaccount_login_error"),
    ]
