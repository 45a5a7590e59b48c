package app.keypoint.content.internal;

import app.keypoint.content.PublishedQuizzes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ContentConfiguration {

  @Bean
  Texts texts(
      @Value("${keypoint.content.dir:}") String folder,
      ObjectProvider<PublishedQuizzes> published) {
    return new Texts(QuizSource.of(folder), published);
  }
}
