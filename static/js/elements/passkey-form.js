/* <passkey-form data-kind="create|get" data-options="id"> around a form with a hidden field "credential":
   asks the device before the form is sent. The options stand as JSON in the page, so that nothing is inline
   script. */
class PasskeyForm extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.refusal = this.querySelector("[data-refusal]");
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.ask();
    });
  }

  async ask() {
    this.refusal.hidden = true;
    try {
      const credential = await this.credential();
      this.form.elements.credential.value = JSON.stringify(credential.toJSON());
    } catch {
      this.refusal.hidden = false;
      return;
    }
    this.form.submit();
  }

  credential() {
    const { creation_options: creation, request_options: request } = this.options();
    if (this.dataset.kind === "create") {
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(creation.publicKey);
      return navigator.credentials.create({ publicKey });
    }
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(request.publicKey);
    return navigator.credentials.get({ publicKey });
  }

  options() {
    return JSON.parse(document.getElementById(this.dataset.options).textContent);
  }
}

customElements.define("passkey-form", PasskeyForm);
