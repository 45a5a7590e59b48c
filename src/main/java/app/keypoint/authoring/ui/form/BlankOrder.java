package app.keypoint.authoring.ui.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Which fields belong to which blank after the stem has changed. */
final class BlankOrder {

  /** Fields are to be made. */
  static final int NEW = -1;

  private BlankOrder() {}

  /**
   * Of each blank that the stem has now, the index of its fields. They go along with what they
   * hide; a blank that hides something new takes those of one that is there no more, since its
   * answer may just be being typed.
   *
   * @param hid of all fields what they have hidden, the latest at the end; those of the stem as it
   *     was come first
   * @param shown so many
   */
  static List<Integer> of(List<List<String>> hid, int shown, List<String> now) {
    int[] found = new int[now.size()];
    Arrays.fill(found, NEW);
    List<Integer> free = new ArrayList<>(IntStream.range(0, hid.size()).boxed().toList());
    for (int nth = 0; now.size() == shown && nth < shown; nth++) {
      if (latest(hid.get(nth), now.get(nth))) {
        found[nth] = nth;
        free.remove(Integer.valueOf(nth));
      }
    }
    for (int nth = 0; nth < found.length; nth++) {
      String hides = now.get(nth);
      take(found, nth, free, fields -> latest(hid.get(fields), hides));
    }
    for (int nth = 0; nth < found.length; nth++) {
      String hides = now.get(nth);
      // While braces are typed, two blanks look like one for a moment.
      take(found, nth, free, fields -> hid.get(fields).contains(hides));
    }
    for (int nth = 0; nth < found.length; nth++) {
      take(found, nth, free, fields -> fields < shown);
    }
    for (int nth = 0; nth < found.length; nth++) {
      // Of a form made anew nobody knows what these hid; the author sees what comes back.
      take(found, nth, free, fields -> hid.get(fields).isEmpty());
    }
    return Arrays.stream(found).boxed().toList();
  }

  private static boolean latest(List<String> hid, String hides) {
    return !hid.isEmpty() && hid.getLast().equals(hides);
  }

  private static void take(int[] found, int nth, List<Integer> free, IntPredicate those) {
    if (found[nth] != NEW) {
      return;
    }
    for (Integer fields : free) {
      if (those.test(fields)) {
        found[nth] = fields;
        free.remove(fields);
        return;
      }
    }
  }
}
