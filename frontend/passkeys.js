/*
 * Asks the browser for a passkey. The server makes the question and checks the answer; here they are
 * only translated between JSON and bytes. An answer of null: the person declined, or there is none.
 */
const present = (key, value) => (value === null ? undefined : value);

const text = (buffer) =>
  buffer && btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const envelope = (credential, response) =>
  JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: {},
    ...(credential.authenticatorAttachment && { authenticatorAttachment: credential.authenticatorAttachment }),
  });

class PasskeyPrompt extends HTMLElement {
  connectedCallback() {
    this.hidden = true;
  }

  async create(options) {
    return this.#ask(async () => {
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options, present));
      const credential = await navigator.credentials.create({ publicKey });
      const { clientDataJSON, attestationObject } = credential.response;
      return envelope(credential, {
        clientDataJSON: text(clientDataJSON),
        attestationObject: text(attestationObject),
        transports: credential.response.getTransports?.() ?? [],
      });
    });
  }

  /* Sends the form that this stands in, with the answer in its field of that name. */
  async signIn(options) {
    const answer = await this.#ask(async () => {
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options, present));
      const credential = await navigator.credentials.get({ publicKey });
      const { clientDataJSON, authenticatorData, signature, userHandle } = credential.response;
      return envelope(credential, {
        clientDataJSON: text(clientDataJSON),
        authenticatorData: text(authenticatorData),
        signature: text(signature),
        ...(userHandle && { userHandle: text(userHandle) }),
      });
    });
    if (answer) {
      const form = this.closest("form");
      form.elements.namedItem("credential").value = answer;
      form.submit();
    }
    return Boolean(answer);
  }

  async #ask(question) {
    try {
      return await question();
    } catch {
      return null;
    }
  }
}
customElements.define("passkey-prompt", PasskeyPrompt);
