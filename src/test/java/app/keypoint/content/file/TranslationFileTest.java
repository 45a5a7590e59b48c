package app.keypoint.content.file;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Finding;
import app.keypoint.content.KeyPoint;
import app.keypoint.content.Option;
import app.keypoint.content.Question;
import app.keypoint.content.TypedKey;
import app.keypoint.content.format.ParsedQuiz;
import app.keypoint.content.format.YamlTree;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TranslationFileTest {

  /** Of {@link LintTest#CLEAN}; marked by {@link #marked}. */
  static final String CHINESE =
      """
      schema: 1
      title: 蜜蜂
      article: {title: 论蜜蜂, author: 养蜂人, section: 蜂巢}
      keyPoints:
        - id: kp-dance
          title: 舞蹈
          topic: 蜜蜂怎样说话
          text: 找到花蜜的蜜蜂会跳舞，舞蹈告诉同伴往哪里飞。
        - id: kp-queen
          title: 蜂王
          topic: 谁来产卵
          text: 一只蜂王产下全巢的卵，由工蜂喂养。
      questions:
        - id: bee-1
          stem: 采集蜂用舞蹈告诉同伴什么？
          options:
            - {id: a, text: 食物的方向, correct: true}
            - {id: b, text: 卵的日龄, why: 那是哺育蜂的事。}
            - {id: c, text: 自己的地位, why: 工蜂没有等级。}
          explanation: 第一段说舞蹈表示方向和距离。
        - id: bee-2
          stem: 采到花蜜后，蜜蜂在同伴面前跳出什么形状？
          answer: 八字形
          accept: [8字]
          wrong:
            - {text: 圆圈, why: 圆舞表示食物就在附近。}
          explanation: 第一段描述了这个形状。
        - id: bee-3
          stem: 哪些工作由工蜂承担？
          options:
            - {id: a, text: 喂养蜂王, correct: true}
            - {id: b, text: 照顾幼虫, correct: true}
            - {id: c, text: 产卵, why: 产卵的是蜂王。}
            - {id: d, text: 交配, why: 那是雄蜂的事。}
          explanation: 第二段列出了工蜂的工作。
        - id: bee-4
          stem: "一个蜂群的卵都由{{蜂王::一只昆虫}}产下。"
          wrong:
            - {text: 雄蜂, why: 雄蜂是雄性。}
          explanation: 第二段这样说。
      """;

  private static final ParsedQuiz ORIGINAL = draft(LintTest.CLEAN);

  @Test
  void aTranslationThatIsMarkedAndWholeHasNoFinding() {
    TranslationFile file = parse(marked(CHINESE));
    assertThat(file.findings()).isEmpty();
    assertThat(file.ok()).isTrue();
    Translation translation = Objects.requireNonNull(file.translation());
    assertThat(translation.title()).isEqualTo("蜜蜂");
    assertThat(translation.stale()).isZero();
    assertThat(translation.questions()).hasSize(4);
    assertThat(translation.keyPoints().values()).extracting(KeyPoint::paragraph).contains(1, 0);
  }

  @Test
  void idsKindsAndKeysAreThoseOfTheOriginal() {
    Translation translation = Objects.requireNonNull(parse(marked(CHINESE)).translation());
    for (Question original : ORIGINAL.questions()) {
      Question translated = Objects.requireNonNull(translation.questions().get(original));
      assertThat(translated.getClass()).isEqualTo(original.getClass());
      assertThat(translated.id()).isEqualTo(original.id());
      assertThat(translated.keyPointId()).isEqualTo(original.keyPointId());
      if (original instanceof Question.Choice choice) {
        List<Option> options = ((Question.Choice) translated).options();
        assertThat(options)
            .extracting(Option::id, Option::correct)
            .isEqualTo(
                choice.options().stream()
                    .map(
                        option ->
                            org.assertj.core.groups.Tuple.tuple(option.id(), option.correct()))
                    .toList());
      }
    }
    assertThat(translation.questions().get(ORIGINAL.questions().get(3)).prompt())
        .isEqualTo("一个蜂群的卵都由_____产下。");
  }

  @Test
  void optionsMayStandInAnotherOrder() {
    String text =
        marked(CHINESE)
            .replace("      - {id: b, text: 卵的日龄, why: 那是哺育蜂的事。}\n", "")
            .replace("why: 工蜂没有等级。}", "why: 工蜂没有等级。}\n      - {id: b, text: 卵的日龄, why: 那是哺育蜂的事。}");
    TranslationFile file = parse(text);
    assertThat(file.findings()).isEmpty();
    Question.Single translated =
        (Question.Single)
            Objects.requireNonNull(
                Objects.requireNonNull(file.translation())
                    .questions()
                    .get(ORIGINAL.questions().getFirst()));
    assertThat(translated.options()).extracting(Option::id).containsExactly("a", "b", "c");
  }

  @Test
  void whatIsMissingIsNamedAndStaysInTheOriginalLanguage() {
    String text = marked(CHINESE).replaceAll("(?s)  - id: bee-4.*", "");
    TranslationFile file = parse(text);
    assertThat(file.findings())
        .singleElement()
        .satisfies(f -> is(f, "missing-translation", "bee-4"));
    assertThat(file.ok()).isTrue();
    assertThat(Objects.requireNonNull(file.translation()).questions()).hasSize(3);
  }

  @Test
  void aTopicThatIsMissingWouldLetTheTitleTellTheAnswer() {
    String text = marked(CHINESE).replace("    topic: 谁来产卵\n", "");
    assertThat(parse(text).findings())
        .singleElement()
        .satisfies(f -> is(f, "missing-translation", "topic of `kp-queen`"));
  }

  @Test
  void anOrphanIsNamedWhereItStands() {
    String text = marked(CHINESE).replace("id: bee-2", "id: bee-9");
    assertThat(parse(text).findings())
        .extracting(Finding::rule)
        .containsExactlyInAnyOrder("orphaned-translation", "missing-translation");
    Finding orphan = find(text, "orphaned-translation");
    assertThat(orphan.line()).isEqualTo(line(text, "id: bee-9"));
    assertThat(orphan.column()).isEqualTo(5);
  }

  @Test
  void anotherKeyIsNamedWhereItStandsAndTheQuestionLeftOut() {
    String text =
        marked(CHINESE)
            .replace("text: 食物的方向, correct: true", "text: 食物的方向, why: 换了答案。")
            .replace("text: 卵的日龄, why: 那是哺育蜂的事。", "text: 卵的日龄, correct: true");
    TranslationFile file = parse(text);
    assertThat(file.findings()).extracting(Finding::rule).containsExactly("other-key", "other-key");
    assertThat(file.findings().getFirst().line()).isEqualTo(line(text, "text: 食物的方向"));
    assertThat(file.findings().getFirst().questionId()).isEqualTo("bee-1");
    assertThat(Objects.requireNonNull(file.translation()).questions()).hasSize(3);
  }

  @Test
  void anOptionMoreOrLessIsAnotherKey() {
    String fewer = marked(CHINESE).replace("      - {id: d, text: 交配, why: 那是雄蜂的事。}\n", "");
    assertThat(parse(fewer).findings())
        .singleElement()
        .satisfies(f -> is(f, "other-key", "missing: d"));
    String more =
        marked(CHINESE)
            .replace(
                "text: 交配, why: 那是雄蜂的事。}",
                "text: 交配, why: 那是雄蜂的事。}\n      - {id: e, text: 筑巢, why: 多出来的。}");
    assertThat(parse(more).findings()).singleElement().satisfies(f -> is(f, "other-key", "`e`"));
  }

  @Test
  void fieldsOfAnotherKindOfQuestionAreNamed() {
    String text = marked(CHINESE).replace("    answer: 八字形\n", "");
    assertThat(parse(text).findings())
        .singleElement()
        .satisfies(f -> is(f, "other-kind", "has `answer`"));
  }

  @Test
  void blanksStandInTheOrderOfTheLanguage() {
    ParsedQuiz original = draft(LintTest.TWO_BLANKS);
    TranslationFile file = TranslationFile.parse("bees.zh-CN.yaml", twoBlanks(), original);
    assertThat(file.findings()).extracting(Finding::rule).containsOnly("stale-translation");
    Question.Cloze translated =
        (Question.Cloze)
            Objects.requireNonNull(
                Objects.requireNonNull(file.translation())
                    .questions()
                    .get(original.questions().get(3)));
    assertThat(translated.prompt()).isEqualTo("经过(1)\u00a0_____后，(2)\u00a0_____产下全巢的卵。");
    assertThat(translated.keys()).extracting(TypedKey::answer).containsExactly("交配", "蜂王");
    assertThat(translated.keys().get(1).accept()).containsExactly("女王");
  }

  @Test
  void anotherNumberOfBlanksIsNamedWhereItStandsAndTheQuestionLeftOut() {
    TranslationFile file =
        TranslationFile.parse("bees.zh-CN.yaml", CHINESE, draft(LintTest.TWO_BLANKS));
    assertThat(file.findings())
        .filteredOn(f -> !f.rule().equals("stale-translation"))
        .singleElement()
        .satisfies(
            f -> {
              is(f, "other-key", "1 blank, and the original has 2");
              assertThat(f.line()).isEqualTo(line(CHINESE, "stem: \"一个蜂群"));
            });
    assertThat(Objects.requireNonNull(file.translation()).questions()).hasSize(3);
  }

  @Test
  void answersOfNoBlankAreAnErrorHereToo() {
    String text = twoBlanks().replace("      - accept: [女王]\n", "");
    assertThat(TranslationFile.parse("x.zh-CN.yaml", text, draft(LintTest.TWO_BLANKS)).ok())
        .isFalse();
  }

  private static String twoBlanks() {
    return CHINESE
        .replace("一个蜂群的卵都由{{蜂王::一只昆虫}}产下。", "经过{{交配}}后，{{蜂王}}产下全巢的卵。")
        .replace(
            "    wrong:\n      - {text: 雄蜂, why: 雄蜂是雄性。}\n",
            "    blanks:\n      - {}\n      - accept: [女王]\n");
  }

  @Test
  void aChangeOfTheOriginalAsksForAnotherLookAndTellsTheNewMark() {
    String changed = LintTest.CLEAN.replace("by dancing?", "by her dance?");
    String text = marked(CHINESE);
    TranslationFile file = TranslationFile.parse("bees.zh-CN.yaml", text, draft(changed));
    String mark = OriginalMark.of(draft(changed).questions().getFirst());
    assertThat(file.findings())
        .singleElement()
        .satisfies(
            f -> {
              is(f, "stale-translation", "changed");
              assertThat(f.advice()).contains("of: " + mark);
              assertThat(f.line()).isEqualTo(line(text, "id: bee-1") + 1);
              assertThat(f.column()).isEqualTo(5);
            });
    Translation translation = Objects.requireNonNull(file.translation());
    assertThat(translation.stale()).isEqualTo(1);
    assertThat(translation.questions()).as("it is still served").hasSize(4);
  }

  @Test
  void everyPartOfAnOriginalHasItsMark() {
    String text = marked(CHINESE);
    for (String part :
        List.of(
            "title: Bees", "The hive", "title: The queen", "Who lays", "nectar", "A figure of")) {
      String changed = LintTest.CLEAN.replace(part, part + "x");
      assertThat(TranslationFile.parse("bees.zh-CN.yaml", text, draft(changed)).findings())
          .as(part)
          .extracting(Finding::rule)
          .containsExactly("stale-translation");
    }
  }

  @Test
  void withoutAMarkItWantsOne() {
    assertThat(parse(CHINESE).findings())
        .hasSize(7)
        .allSatisfy(f -> assertThat(f.rule()).isEqualTo("stale-translation"));
  }

  @Test
  void markingLeavesTheRestOfTheFileAlone() {
    String text = marked(CHINESE);
    assertThat(text.lines().filter(line -> !line.strip().startsWith("of: ")).toList())
        .isEqualTo(CHINESE.lines().toList());
    assertThat(marked(text)).isEqualTo(text);
  }

  @Test
  void markingRenewsOnlyWhatSomebodyLookedAt() throws Exception {
    ParsedQuiz changed =
        draft(
            LintTest.CLEAN.replace("by dancing?", "by her dance?").replace("a find?", "finding?"));
    String text = TranslationMarks.marked(marked(CHINESE), changed, Set.of("bee-2"));
    assertThat(TranslationFile.parse("bees.zh-CN.yaml", text, changed).findings())
        .singleElement()
        .satisfies(f -> assertThat(f.questionId()).isEqualTo("bee-1"));
  }

  @Test
  void whatIsWrongInAnyLanguageIsFound() {
    assertThat(find(marked(CHINESE).replace("{{蜂王::一只昆虫}}", "蜂王"), "cloze").error()).isTrue();
    assertThat(find(marked(CHINESE).replace("text: 圆圈", "text: ８字"), "accepted-and-wrong").error())
        .isTrue();
    assertThat(find(marked(CHINESE).replace("卵的日龄", "食物的方向"), "duplicate-option").error()).isTrue();
    assertThat(
            find(marked(CHINESE).replace("explanation: 第二段这样说。", "note: 无"), "unknown-key").error())
        .isTrue();
    assertThat(find(marked(CHINESE).replace("title: 蜜蜂", "title: [蜜蜂"), "yaml").error()).isTrue();
    assertThat(find(marked(CHINESE).replace("id: bee-2", "id: bee-1"), "duplicate-id").error())
        .isTrue();
  }

  @Test
  void itsNameSaysTheOriginalAndTheLanguage() {
    assertThat(TranslationName.of("bees.zh-CN.yaml"))
        .contains(new TranslationName("bees.yaml", Locale.SIMPLIFIED_CHINESE));
    assertThat(TranslationName.of("a.b.de.yaml"))
        .contains(new TranslationName("a.b.yaml", Locale.GERMAN));
    assertThat(TranslationName.of("bees.yaml")).isEmpty();
    assertThat(TranslationName.of("bees.2026.yaml")).isEmpty();
    assertThat(TranslationName.of("bees.draft.yaml")).isEmpty();
  }

  private static void is(Finding finding, String rule, String message) {
    assertThat(finding.rule()).isEqualTo(rule);
    assertThat(finding.message()).contains(message);
    assertThat(finding.error()).isFalse();
  }

  private static Finding find(String text, String rule) {
    return parse(text).findings().stream()
        .filter(finding -> finding.rule().equals(rule))
        .findFirst()
        .orElseThrow(() -> new AssertionError(rule + " not in " + parse(text).findings()));
  }

  private static int line(String text, String part) {
    return text.substring(0, text.indexOf(part)).split("\n", -1).length;
  }

  private static TranslationFile parse(String text) {
    return TranslationFile.parse("bees.zh-CN.yaml", text, ORIGINAL);
  }

  static String marked(String text) {
    try {
      return TranslationMarks.marked(text, ORIGINAL, Set.of());
    } catch (YamlTree.Unreadable e) {
      throw new AssertionError(e);
    }
  }

  private static ParsedQuiz draft(String text) {
    return Objects.requireNonNull(QuizFile.parse("bees.yaml", text).quiz());
  }
}
