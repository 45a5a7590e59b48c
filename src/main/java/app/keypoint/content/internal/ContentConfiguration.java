package app.keypoint.content.internal;

import app.keypoint.content.loading.PublishedQuizzes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ContentConfiguration {

  @Bean
  ContentSources contentSources(
      @Value("${keypoint.content.dir:}") String folder,
      ObjectProvider<PublishedQuizzes> published) {
    return new ContentSources(QuizSource.of(folder), published);
  }
}
