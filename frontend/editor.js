/*
 * What the editor does in the browser itself: Enter goes to the next option at once, Alt+R marks
 * the option that is being written as right, and what the server has not yet said to be kept stays
 * in this tab, so that it is still there after the page had to be loaded anew.
 */
const STORE = "keypoint-typed";
const TEXTS = "vaadin-text-field,vaadin-text-area";
const BOXES = "vaadin-checkbox[data-field]";
const FIELDS = `${TEXTS},${BOXES}`;

const fields = (card) => [...card.querySelectorAll(FIELDS)];
const named = (card, name) => fields(card).find((field) => field.dataset.field === name);

/* What a field says, as its value on the server would be written. */
const said = (field) => (field.matches(BOXES) ? String(field.checked) : field.value);

/*
 * By item and field: the revision that it was made from, the text, and whether its part was open and
 * had no such field any more.
 */
const unsaved = () => JSON.parse(sessionStorage.getItem(STORE) ?? "{}");
const keep = (typed) => sessionStorage.setItem(STORE, JSON.stringify(typed));

const theLabel = () => document.querySelector(".editor .saved");

/* Says that what was typed is not saved yet. */
function saving() {
  const label = theLabel();
  if (label) label.dataset.state = "saving";
}

/* The parts of the same quiz of which something is kept here, without the open one. */
function left(card) {
  const quiz = card.dataset.item.split("/")[0] + "/";
  return Object.entries(unsaved())
    .filter(([item]) => item.startsWith(quiz) && item !== card.dataset.item)
    .filter(([, kept]) => Object.values(kept).some(([, , lost]) => !lost))
    .map(([item]) => item.slice(quiz.length))
    .sort()
    .join(" ");
}

/* Tells the server of which other parts something is kept here, when that has changed. */
function tellLeft(card) {
  const now = left(card);
  if (now) saving();
  const quiz = card.dataset.item.split("/")[0];
  const told = now && `${quiz}/${now}`;
  if (told === (card.left ?? "")) return;
  card.left = told;
  card.dispatchEvent(new CustomEvent("left", { detail: now }));
}

/* Says that all is saved, unless something is kept here yet or the server has more to save. */
function settle(card, more) {
  if (!card) return;
  const own = Object.keys(unsaved()[card.dataset.item] ?? {}).some((name) => named(card, name));
  if (!more && !own && !left(card)) delete theLabel()?.dataset.state;
  tellLeft(card);
}

/* Keeps what a field says until the server has it. */
function note(card, field) {
  saving();
  const typed = unsaved();
  follow(card, typed);
  field.keptAs = field.dataset.field;
  (typed[card.dataset.item] ??= {})[field.dataset.field] = [
    Number(card.dataset.revision),
    said(field),
  ];
  keep(typed);
  clearTimeout(card.resting);
  card.resting = setTimeout(() => rest(card), 2_000);
}

/*
 * By then all was sent. Text that was typed and taken back at once changes nothing on the server,
 * which says only when asked that it has what the field says.
 */
function rest(card) {
  if (card.isConnected && unsaved()[card.dataset.item]) card.dispatchEvent(new CustomEvent("rest"));
}

/* Words of the open part that have no field and wait for none no longer count as not saved. */
function giveUp(card) {
  const typed = unsaved();
  for (const [name, entry] of Object.entries(typed[card.dataset.item] ?? {})) {
    if (!named(card, name)) entry[2] = true;
  }
  keep(typed);
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
  const empty = [...row.querySelectorAll(TEXTS)].every((each) => !each.value);
  const next = empty ? null : row.nextElementSibling?.querySelector("[data-enter-next]");
  const blank = next ? null : row.closest(".blank-fields")?.nextElementSibling;
  if (blank?.matches(".blank-fields")) return blank.querySelector(TEXTS);
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
  const field = event.target.closest?.(TEXTS);
  if (card && field && event.isTrusted) note(card, field);
});

/* What is chosen from a list is not kept here, but said to be on its way as well. */
addEventListener("change", (event) => {
  const card = event.target.closest?.(".item-card");
  const box = event.target.closest?.(BOXES);
  if (card && box) note(card, box);
  else if (card && event.target.closest("vaadin-select")) saving();
});

addEventListener("beforeunload", (event) => {
  if (document.querySelector(".editor .saved[data-state=saving]")) event.preventDefault();
});

/*
 * Some fields come only once others have been typed again: those of a blank with the sentence, and
 * the next row with the one before. What was kept of them is typed then.
 */
function restoreOnceThere(card, unkept, more) {
  const item = card.dataset.item;
  const missing = Object.keys(unsaved()[item] ?? {}).filter((name) => !named(card, name));
  if (!missing.length) return;
  const watch = new MutationObserver(() => {
    const there = missing.some((name) => named(card, name));
    if (!there && card.dataset.item === item) return;
    watch.disconnect();
    // After all that the server says along with the fields, as from which revision they go on.
    if (there) setTimeout(() => window.keypointEditor.restore(card, unkept, more));
  });
  watch.observe(card, { childList: true, subtree: true, attributeFilter: ["data-field"] });
  setTimeout(() => {
    watch.disconnect();
    if (card.dataset.item === item) giveUp(card);
  }, 10_000);
}

/* As if it were typed or marked. */
function put(field, text) {
  field.keptAs = field.dataset.field;
  if (field.matches(BOXES)) {
    field.checked = text === "true";
    return;
  }
  field.value = text;
  const input = field.inputElement ?? field;
  input.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
  input.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
}

/* Keeps what those fields say as well, in place of what was kept of them or only where nothing was. */
function keepThese(card, names, anew) {
  if (!names.length) return;
  const typed = unsaved();
  follow(card, typed);
  const own = (typed[card.dataset.item] ??= {});
  for (const name of names) {
    const field = named(card, name);
    if (!field || (own[name] && !anew)) continue;
    field.keptAs = name;
    const revision = Number(card.dataset.revision);
    own[name] = [anew ? revision : (own[name]?.[0] ?? revision), said(field)];
  }
  keep(typed);
}

window.keypointEditor = {
  /*
   * The server keeps what the item's fields said when it was told, by their hashes. What was typed
   * since stays here, and goes on from what was saved; so does text without a field.
   */
  saved(label, item, kept, more) {
    const typed = unsaved();
    const card = document.querySelector(".item-card");
    const open = card?.dataset.item === item;
    if (open) follow(card, typed);
    for (const [name, entry] of Object.entries(typed[item] ?? {})) {
      if (open && !named(card, name)) entry[2] = true;
      if (!(name in kept.fields)) continue;
      if (kept.fields[name] === hash(entry[1])) delete typed[item][name];
      else entry[0] = kept.revision;
    }
    if (typed[item] && !Object.keys(typed[item]).length) delete typed[item];
    keep(typed);
    settle(card, more);
  },
  /* The server has these fields of the open part and could not save them. */
  keep(card, names) {
    saving();
    // What is kept of a part that waits to be typed again is newer than its fields.
    keepThese(card, names, !card.waiting);
  },
  /* What was typed is given up for what the server has. */
  forget(card, more) {
    drop(card.dataset.item);
    settle(card, more);
  },
  /* These parts are not there any more. What was typed in them stays here. */
  gone(card, parts, more) {
    const typed = unsaved();
    const quiz = card.dataset.item.split("/")[0];
    for (const part of parts.split(" ")) {
      Object.values(typed[`${quiz}/${part}`] ?? {}).forEach((entry) => (entry[2] = true));
    }
    keep(typed);
    settle(card, more);
  },
  /*
   * Types again what the server may not have got, but for those fields that it has and could not
   * save. Where something was made from another revision than the server goes on from, it is told so
   * first, and has this called again.
   */
  restore(card, unkept, more) {
    const item = card.dataset.item;
    card.waiting = false;
    keepThese(card, unkept, false);
    tellLeft(card);
    const kept = Object.entries(unsaved()[item] ?? {}).flatMap(([name, [revision, text]]) => {
      const field = named(card, name);
      return field && said(field) !== text ? [{ field, revision, text }] : [];
    });
    if (!kept.length) {
      drop(item, (name) => named(card, name) && !unkept.includes(name));
      giveUp(card);
      settle(card, more);
      return;
    }
    const from = Math.min(...kept.map(({ revision }) => revision));
    if (from !== Number(card.dataset.revision)) {
      card.waiting = true;
      card.dispatchEvent(new CustomEvent("kept", { detail: from }));
      return;
    }
    saving();
    restoreOnceThere(card, unkept, more);
    kept.forEach(({ field, text }) => put(field, text));
  },
};
