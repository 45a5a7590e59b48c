/*
 * What the editor does in the browser itself: Enter goes to the next option at once, Alt+R marks
 * the option that is being written as right, and what the server has not yet said to be kept stays
 * in this tab, so that it is still there after the page had to be loaded anew.
 */
const STORE = "keypoint-typed";
const FIELDS = "vaadin-text-field,vaadin-text-area";

const fields = (card) => [...card.querySelectorAll(FIELDS)];
const unsaved = () => JSON.parse(sessionStorage.getItem(STORE) ?? "{}");

/* From an empty row, and from the last one, on to what comes after them. */
function nextRow(field) {
  const row = field.closest(".option-row,.wrong-row");
  const empty = [...row.querySelectorAll(FIELDS)].every((each) => !each.value);
  const next = empty ? null : row.nextElementSibling?.querySelector("[data-enter-next]");
  return next ?? field.closest(".item-card")?.querySelector("[data-after-options]");
}

addEventListener(
  "keydown",
  (event) => {
    const field = event.target.closest?.("[data-enter-next]");
    if (!field || event.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      event.stopPropagation();
      nextRow(field)?.focus();
    } else if (event.code === "KeyR" && event.altKey && !event.shiftKey) {
      const box = field.closest(".option-row")?.querySelector("vaadin-checkbox");
      if (!box) return;
      event.preventDefault();
      box.click();
    }
  },
  true,
);

addEventListener("input", (event) => {
  const card = event.target.closest?.(".item-card");
  const field = event.target.closest?.(FIELDS);
  if (!card || !field || !event.isTrusted) return;
  const saved = document.querySelector(".editor .saved");
  if (saved) saved.dataset.state = "saving";
  const typed = unsaved();
  (typed[card.dataset.item] ??= {})[fields(card).indexOf(field)] = event.target.value;
  sessionStorage.setItem(STORE, JSON.stringify(typed));
});

addEventListener("beforeunload", (event) => {
  if (document.querySelector(".editor .saved[data-state=saving]")) event.preventDefault();
});

window.keypointEditor = {
  /* The server keeps all that was typed until now. */
  saved(label) {
    delete label.dataset.state;
    sessionStorage.removeItem(STORE);
  },
  /* Types again what the server may not have got. */
  restore(card) {
    const typed = unsaved()[card.dataset.item];
    if (!typed) return;
    Object.entries(typed).forEach(([index, value]) => {
      const field = fields(card)[index];
      if (!field || field.value === value) return;
      field.value = value;
      const input = field.inputElement ?? field;
      input.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
      input.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
    });
  },
};
