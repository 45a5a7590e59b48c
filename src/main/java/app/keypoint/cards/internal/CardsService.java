package app.keypoint.cards.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.cards.Cards;
import app.keypoint.content.Catalogue;
import app.keypoint.content.KeyPoint;
import app.keypoint.content.Markdown;
import app.keypoint.content.OpenQuizzes;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz;
import app.keypoint.content.Translations;
import app.keypoint.identity.Account;
import app.keypoint.identity.GoneException;
import app.keypoint.review.CardReading;
import app.keypoint.review.Leech;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.ACCOUNTS)
class CardsService implements Cards {

  private final CardRows cards;
  private final CardReading reading;
  private final Catalogue catalogue;
  private final OpenQuizzes open;
  private final Translations translations;
  private final Clock clock;

  CardsService(
      CardRows cards,
      CardReading reading,
      Catalogue catalogue,
      OpenQuizzes open,
      Translations translations,
      Clock clock) {
    this.cards = cards;
    this.reading = reading;
    this.catalogue = catalogue;
    this.open = open;
    this.translations = translations;
    this.clock = clock;
  }

  @Override
  public List<Card> find(
      Account learner, Filter filter, Order order, boolean descending, int page, int size) {
    LocalDate today = learner.today(clock);
    PageRequest slice = PageRequest.of(page, size, CardFilters.sort(order, descending));
    return cards
        // No page: it would count, too.
        .findBy(matching(learner, filter, today), query -> query.slice(slice))
        .stream()
        .map(card -> card(card, today))
        .toList();
  }

  @Override
  public List<Quiz> quizzes(Account learner) {
    return open.to(learner.id());
  }

  @Override
  public int count(Account learner, Filter filter) {
    return (int) cards.count(matching(learner, filter, learner.today(clock)));
  }

  @Override
  public History history(Account learner, long cardId) {
    CardRow card =
        cards
            .findByIdAndLearnerIdAndRetiredFalse(cardId, learner.id())
            .orElseThrow(() -> new GoneException("card " + cardId));
    return new History(
        card(card, learner.today(clock)),
        reading.history(learner.id(), cardId),
        reading.brought(learner.id(), card.questionId));
  }

  private Specification<CardRow> matching(Account learner, Filter filter, LocalDate today) {
    return Specification.allOf(
        CardFilters.ofLearner(learner.id()),
        CardFilters.inState(filter.state(), today),
        CardFilters.withLapses(filter.leeches() ? Leech.LAPSES : 0),
        CardFilters.ofQuestions(questions(filter)));
  }

  /** The questions that a filter names, or empty when it names none in particular. */
  private Optional<List<String>> questions(Filter filter) {
    String text = filter.text().strip().toLowerCase(Locale.ROOT);
    if (filter.quizId() == null && text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        catalogue.quizzes().stream()
            .filter(quiz -> filter.quizId() == null || quiz.id().equals(filter.quizId()))
            .flatMap(quiz -> questions(quiz, text))
            .toList());
  }

  private Stream<String> questions(Quiz quiz, String text) {
    return quiz.questions().stream()
        .map(version -> version.question())
        .filter(question -> translations.all(question).anyMatch(q -> words(q).contains(text)))
        .map(Question::id);
  }

  private String words(Question question) {
    String keyPoint =
        catalogue.keyPoint(question.keyPointId()).map(KeyPoint::topicOrTitle).orElse("");
    return (Markdown.text(question.prompt()) + " " + keyPoint).toLowerCase(Locale.ROOT);
  }

  private static Card card(CardRow card, LocalDate today) {
    State state = CardFilters.state(card, today);
    return new Card(
        card.id,
        card.questionId,
        state,
        state == State.NEW ? null : card.queueDay,
        card.intervalDays,
        card.easiness,
        card.difficulty,
        card.stability,
        card.lapses,
        card.lastSeen);
  }
}
