/*
 * What the editor does in the browser itself: Enter goes to the next option at once, Alt+R marks
 * the option that is being written as right, and what the server has not yet said to be kept stays
 * in this tab, so that it is still there after the page had to be loaded anew.
 */
const STORE = "keypoint-typed";
const FIELDS = "vaadin-text-field,vaadin-text-area";

const fields = (card) => [...card.querySelectorAll(FIELDS)];
const named = (card, name) => fields(card).find((field) => field.dataset.field === name);

/* By item and field: the revision that it was made from, and the text. */
const unsaved = () => JSON.parse(sessionStorage.getItem(STORE) ?? "{}");
const keep = (typed) => sessionStorage.setItem(STORE, JSON.stringify(typed));

/* Keeps no longer what was typed in those fields of the item. */
function drop(item, those = () => true) {
  const typed = unsaved();
  const left = Object.entries(typed[item] ?? {}).filter(([name]) => !those(name));
  if (left.length) typed[item] = Object.fromEntries(left);
  else delete typed[item];
  keep(typed);
}

/* From an empty row, and from the last one, on to what comes after them. */
function nextRow(field) {
  const row = field.closest(".option-row,.wrong-row");
  const empty = [...row.querySelectorAll(FIELDS)].every((each) => !each.value);
  const next = empty ? null : row.nextElementSibling?.querySelector("[data-enter-next]");
  const blank = next ? null : row.closest(".blank-fields")?.nextElementSibling;
  if (blank?.matches(".blank-fields")) return blank.querySelector(FIELDS);
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
  (typed[card.dataset.item] ??= {})[field.dataset.field] = [
    Number(card.dataset.revision),
    event.target.value,
  ];
  keep(typed);
});

addEventListener("beforeunload", (event) => {
  if (document.querySelector(".editor .saved[data-state=saving]")) event.preventDefault();
});

window.keypointEditor = {
  /* The server keeps all that was typed in the item until now; text without a field stays here. */
  saved(label, item) {
    delete label.dataset.state;
    const card = document.querySelector(".item-card");
    drop(item, (name) => card?.dataset.item !== item || named(card, name));
  },
  /* What was typed is given up for what the server has. */
  forget(card) {
    delete document.querySelector(".editor .saved")?.dataset.state;
    drop(card.dataset.item);
  },
  /*
   * Types again what the server may not have got. Where that was made from another revision than
   * the server goes on from, it is told so first, and has this called again.
   */
  restore(card) {
    const item = card.dataset.item;
    const kept = Object.entries(unsaved()[item] ?? {}).flatMap(([name, [revision, text]]) => {
      const field = named(card, name);
      return field && field.value !== text ? [{ field, revision, text }] : [];
    });
    if (!kept.length) {
      drop(item, (name) => named(card, name));
      return;
    }
    const from = Math.min(...kept.map(({ revision }) => revision));
    if (from !== Number(card.dataset.revision)) {
      card.dispatchEvent(new CustomEvent("kept", { detail: from }));
      return;
    }
    kept.forEach(({ field, text }) => {
      field.value = text;
      const input = field.inputElement ?? field;
      input.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
      input.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
    });
  },
};
