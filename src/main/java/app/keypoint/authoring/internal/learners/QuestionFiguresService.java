package app.keypoint.authoring.internal.learners;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.authoring.ItemKind;
import app.keypoint.authoring.QuestionFigures;
import app.keypoint.authoring.Right;
import app.keypoint.authoring.internal.ItemRepository;
import app.keypoint.authoring.internal.QuizAccess;
import app.keypoint.quiz.EverybodysAnswers;
import app.keypoint.quiz.EverybodysAnswers.QuestionSum;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.INSTRUCTORS)
class QuestionFiguresService implements QuestionFigures {

  private final QuizAccess access;
  private final ItemRepository items;
  private final EverybodysAnswers answers;

  QuestionFiguresService(QuizAccess access, ItemRepository items, EverybodysAnswers answers) {
    this.access = access;
    this.items = items;
    this.answers = answers;
  }

  @Override
  public List<QuestionSum> of(long instructorId, String draftId) {
    var unused = access.require(instructorId, draftId, Right.EDIT);
    Map<String, QuestionSum> sums =
        answers.of(draftId).stream()
            .collect(Collectors.toMap(sum -> sum.asked().question().id(), Function.identity()));
    return sums.isEmpty()
        ? List.of()
        : items.findOf(draftId, ItemKind.QUESTION).stream()
            .filter(item -> !item.retired())
            .flatMap(item -> Stream.ofNullable(sums.get(item.itemId())))
            .toList();
  }
}
