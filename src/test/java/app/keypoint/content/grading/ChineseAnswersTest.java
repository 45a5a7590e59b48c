package app.keypoint.content.grading;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Question;
import app.keypoint.content.Response;
import app.keypoint.content.TypedKey;
import app.keypoint.content.TypedKey.WrongAnswer;
import app.keypoint.content.grading.Outcome.Match;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers typed in Chinese: one character is a word there. */
class ChineseAnswersTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          开源, 開源
          开源, 开 源
          开源, "　开源　"
          深度求索, 深度 求索
          DeepSeek R1, ＤｅｅｐＳｅｅｋ　Ｒ１
          聊天机器人竞技场, 聊天機器人競技場
          智谱 Z.ai, 智谱Z.ai
          智谱 Z.ai, 智譜 Z.AI
          知识蒸馏, “知识蒸馏”
          自我实现的预言, 自我实现的预言。
          关键意见领袖, 關鍵意見領袖
          数据, 數據
          """)
  void theSameInAnotherForm(String answer, String typed) {
    assertThat(match(answer, typed)).isEqualTo(Match.EXACT);
  }

  @ParameterizedTest
  @CsvSource({
    "开源, 闭源",
    "开源, 开放",
    "预训练, 训练",
    "微调, 微笑",
    "声誉, 声音",
    "知识蒸馏, 知识蒸留",
    "不可避免的趋势变化, 可避免的趋势变化",
    "三个专门的教师模型, 两个专门的教师模型",
    "国内企业看重全球声誉, 国外企业看重全球声誉",
  })
  void anotherWordIsNoSlip(String answer, String typed) {
    assertThat(match(answer, typed)).isEqualTo(Match.NONE);
  }

  @Test
  void oneWrongCharacterInAPhraseIsASlip() {
    assertThat(match("自我实现的预言", "自我实现的寓言")).isEqualTo(Match.TYPO);
    assertThat(match("自我实现的预言", "自己实现的寓言")).isEqualTo(Match.NONE);
  }

  @Test
  void aListedWrongAnswerIsKnownInTraditionalCharactersToo() {
    TypedKey key = new TypedKey("开源", List.of(), List.of(new WrongAnswer("闭源", "相反。")), true);
    Outcome outcome = outcome(key, "閉源");
    assertThat(outcome.match()).isEqualTo(Match.LISTED_WRONG);
    assertThat(outcome.why()).isEqualTo("相反。");
  }

  @Test
  void theLatinNameCountsWhereItIsAccepted() {
    TypedKey key = new TypedKey("深度求索", List.of("DeepSeek"), List.of(), true);
    assertThat(outcome(key, "deepseek").match()).isEqualTo(Match.EXACT);
    assertThat(outcome(key, "Deepseak").match()).isEqualTo(Match.TYPO);
  }

  private static Match match(String answer, String typed) {
    Match match = outcome(new TypedKey(answer, List.of(), List.of(), true), typed).match();
    return match == null ? Match.NONE : match;
  }

  private static Outcome outcome(TypedKey key, String typed) {
    return Grading.outcome(
        new Question.Recall("q", "kp", "？", key, "。"),
        new Response.Typed(typed, false, Locale.SIMPLIFIED_CHINESE));
  }
}
