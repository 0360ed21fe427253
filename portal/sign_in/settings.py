"""Sign-in: e-mail address, password and a second factor; new accounts by invitation only. Settings that are
the same everywhere; portal/settings.py takes them all in."""

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"
SESSION_COOKIE_AGE = 12 * 60 * 60  # a working day
ACCOUNT_ADAPTER = "portal.sign_in.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation that has been opened is proof of the address
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_FORMS = {
    "login": "portal.sign_in.forms.LoginForm",
    "reauthenticate": "portal.sign_in.forms.ReauthenticateForm",
    "change_password": "portal.sign_in.forms.ChangePasswordForm",
    "set_password": "portal.sign_in.forms.SetPasswordForm",
    "reset_password": "portal.sign_in.forms.ResetPasswordForm",
    "reset_password_from_key": "portal.sign_in.forms.ResetPasswordKeyForm",
}
MFA_ADAPTER = "portal.sign_in.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Medborgarlöften"
MFA_TOTP_TOLERANCE = 1  # a phone's clock may be half a minute wrong
MFA_FORMS = {
    "authenticate": "portal.sign_in.forms.SecondStepForm",
    "reauthenticate": "portal.sign_in.forms.SecondStepAgainForm",
    "activate_totp": "portal.sign_in.forms.ActivateTOTPForm",
    "add_webauthn": "portal.sign_in.forms.AddPasskeyForm",
    "edit_webauthn": "portal.sign_in.forms.RenamePasskeyForm",
}
