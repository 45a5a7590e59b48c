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

/* Says that what was typed is not saved yet. */
function saving() {
  const label = document.querySelector(".editor .saved");
  if (label) label.dataset.state = "saving";
}

/* As String.hashCode has it on the server. */
function hash(text) {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (Math.imul(31, sum) + text.charCodeAt(i)) | 0;
  return sum;
}

/* Keeps no longer what was typed in those fields of the item. */
function drop(item, those = () => true) {
  const typed = unsaved();
  const left = Object.entries(typed[item] ?? {}).filter(([name]) => !those(name));
  if (left.length) typed[item] = Object.fromEntries(left);
  else delete typed[item];
  keep(typed);
}

/*
 * Fields of blanks change their names with the place of their blank: what was kept of them goes along,
 * or it would be typed into another blank.
 */
function follow(card, typed) {
  const own = typed[card.dataset.item];
  if (!own) return;
  const moved = fields(card).filter((each) => each.keptAs && each.keptAs !== each.dataset.field);
  const entries = moved.map((each) => own[each.keptAs]);
  moved.forEach((each) => delete own[each.keptAs]);
  moved.forEach((each, i) => {
    if (entries[i]) own[each.dataset.field] ??= entries[i];
    each.keptAs = each.dataset.field;
  });
}

/* From an empty row, and from the last one, on to what comes after them. */
function nextRow(field) {
  const row = field.closest(".option-row,.wrong-row");
  const empty = [...row.querySelectorAll(FIELDS)].every((each) => !each.value);
  const next = empty ? null : row.nextElementSibling?.querySelector("[data-enter-next]");
  const blank = next ? null : row.closest(".blank-fields")?.nextElementSibling;
  if (blank?.matches(".blank-fields")) return blank.querySelector(FIELDS);
  const after = row.matches(".option-row") ? "[data-after-options]" : "[data-after-besides]";
  return next ?? field.closest(".item-card")?.querySelector(after);
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
  saving();
  const typed = unsaved();
  follow(card, typed);
  field.keptAs = field.dataset.field;
  (typed[card.dataset.item] ??= {})[field.dataset.field] = [
    Number(card.dataset.revision),
    event.target.value,
  ];
  keep(typed);
});

addEventListener("beforeunload", (event) => {
  if (document.querySelector(".editor .saved[data-state=saving]")) event.preventDefault();
});

/*
 * Some fields come only once others have been typed again: those of a blank with the sentence, and
 * the next row with the one before. What was kept of them is typed then.
 */
function restoreOnceThere(card) {
  const item = card.dataset.item;
  const missing = Object.keys(unsaved()[item] ?? {}).filter((name) => !named(card, name));
  if (!missing.length) return;
  const watch = new MutationObserver(() => {
    const there = missing.some((name) => named(card, name));
    if (!there && card.dataset.item === item) return;
    watch.disconnect();
    // After all that the server says along with the fields, as from which revision they go on.
    if (there) setTimeout(() => window.keypointEditor.restore(card));
  });
  watch.observe(card, { childList: true, subtree: true, attributeFilter: ["data-field"] });
  setTimeout(() => watch.disconnect(), 10_000);
}

window.keypointEditor = {
  /*
   * The server keeps what the item's fields said when it was told, by their hashes. What was typed
   * since stays here, and goes on from what was saved; so does text without a field.
   */
  saved(label, item, said) {
    const typed = unsaved();
    const open = document.querySelector(".item-card");
    if (open?.dataset.item === item) follow(open, typed);
    for (const [name, entry] of Object.entries(typed[item] ?? {})) {
      if (!(name in said.fields)) continue;
      if (said.fields[name] === hash(entry[1])) delete typed[item][name];
      else entry[0] = said.revision;
    }
    if (typed[item] && !Object.keys(typed[item]).length) delete typed[item];
    keep(typed);
    const card = document.querySelector(".item-card");
    const left = Object.keys(typed[card?.dataset.item] ?? {});
    if (!left.some((name) => named(card, name))) delete label.dataset.state;
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
    saving();
    restoreOnceThere(card);
    kept.forEach(({ field, text }) => {
      field.keptAs = field.dataset.field;
      field.value = text;
      const input = field.inputElement ?? field;
      input.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
      input.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
    });
  },
};
