package app.keypoint.content;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * The texts of quizzes in other languages. Ids, keys and schedules are those of the original, so
 * features work with originals; a screen asks for the words when it shows them. From memory: no
 * query.
 */
public interface Translations {

  /** The language in which quizzes are written. */
  Locale ORIGINAL = Locale.ENGLISH;

  /** A question as it is worded now; a wording of the past stays in its original language. */
  Worded<Question> of(Question original, Locale wanted);

  /** A key point as it is worded now. */
  Worded<KeyPoint> of(KeyPoint original, Locale wanted);

  /** A quiz with title and article in another language; its key points and questions stay. */
  Worded<Quiz> of(Quiz original, Locale wanted);

  /** The question in every language that it has, the original first. */
  Stream<Question> all(Question original);

  /** The question as it was shown when it was so answered: what was typed is graded by that. */
  default Question shown(Question original, Response response) {
    return response instanceof Response.Typed typed
        ? of(original, typed.language()).text()
        : original;
  }
}
