package app.keypoint.content.internal.picture;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.Catalogue;
import app.keypoint.content.OpenQuizzes;
import app.keypoint.content.Picture;
import app.keypoint.content.Question;
import app.keypoint.content.picture.KeptPicture;
import app.keypoint.content.picture.PictureViewers;
import app.keypoint.content.picture.Pictures;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.ACCOUNTS)
class PicturesService implements Pictures {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private final EntityManager db;
  private final Catalogue catalogue;
  private final OpenQuizzes open;
  private final ObjectProvider<PictureViewers> viewers;

  PicturesService(
      EntityManager db,
      Catalogue catalogue,
      OpenQuizzes open,
      ObjectProvider<PictureViewers> viewers) {
    this.db = db;
    this.catalogue = catalogue;
    this.open = open;
    this.viewers = viewers;
  }

  /** Where it is asked by most people first; past wordings are looked through at the very last. */
  @Override
  public Optional<KeptPicture> shown(long accountId, String hash) {
    if (!HASH.matcher(hash).matches()) {
      return Optional.empty();
    }
    PictureRow row = db.find(PictureRow.class, hash);
    return row != null
            && (served(accountId, hash)
                || viewers.stream().anyMatch(some -> some.writes(accountId, hash))
                || past(accountId, hash))
        ? Optional.of(row.kept())
        : Optional.empty();
  }

  private boolean served(long accountId, String hash) {
    return catalogue.quizzes().stream()
        .filter(quiz -> quiz.questions().stream().anyMatch(asked -> has(asked.question(), hash)))
        .anyMatch(quiz -> open.isFor(accountId, quiz.id()));
  }

  private static boolean has(Question question, String hash) {
    Picture picture = question.picture();
    return picture != null && picture.hash().equals(hash);
  }

  /** Of whatever was ever asked with it: that quiz is open, or this person was asked. */
  private boolean past(long accountId, String hash) {
    Set<String> questions = new HashSet<>();
    Set<String> quizzes = new HashSet<>();
    db.createQuery(
            "select q.id, q.quizId from VersionRow v join v.question q where v.body like :named",
            Object[].class)
        .setParameter("named", PictureRows.named(hash))
        .getResultStream()
        .forEach(
            row -> {
              questions.add((String) row[0]);
              quizzes.add((String) row[1]);
            });
    return !questions.isEmpty()
        && (quizzes.stream().anyMatch(quiz -> open.isFor(accountId, quiz))
            || viewers.stream().anyMatch(some -> some.wasAsked(accountId, questions, quizzes)));
  }
}
