package app.keypoint.content.internal;

import app.keypoint.content.loading.PublishedQuizzes;
import app.keypoint.identity.GoneException;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;

/** The quiz files, and beside them as if they were some, the quizzes that authors published. */
record ContentSources(QuizSource files, ObjectProvider<PublishedQuizzes> published) {

  /** No file's name begins so, for a folder's subfolders are not looked into. */
  private static final String PUBLISHED = "published/";

  private static final String ENDING = ".yaml";

  /** Of each, by name, what differs when it may have changed. */
  Map<String, String> stamps() throws IOException {
    Map<String, String> stamps = new TreeMap<>(files.stamps());
    published.forEach(
        quizzes -> quizzes.stamps().forEach((id, stamp) -> stamps.put(name(id), stamp)));
    return stamps;
  }

  /** What a published quiz is called beside the files. */
  static String name(String quizId) {
    return PUBLISHED + quizId + ENDING;
  }

  /** Whether two looks differ in nothing but what was published. */
  static boolean sameFiles(Map<String, String> some, Map<String, String> others) {
    return files(some).equals(files(others));
  }

  private static Map<String, String> files(Map<String, String> stamps) {
    Map<String, String> files = new TreeMap<>(stamps);
    files.keySet().removeIf(ContentSources::isPublished);
    return files;
  }

  static boolean isPublished(String name) {
    return name.startsWith(PUBLISHED);
  }

  String text(String name) throws IOException {
    if (!isPublished(name)) {
      return files.text(name);
    }
    String id = name.substring(PUBLISHED.length(), name.length() - ENDING.length());
    try {
      return published.getObject().text(id);
    } catch (GoneException e) {
      throw new IOException("It is not published any more", e);
    }
  }

  String description() {
    return files.description();
  }
}
