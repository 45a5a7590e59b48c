package app.keypoint;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.support.ServiceTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.repository.Repository;

/** Each query of each repository is one that a start accepts, though other tests' starts ask none. */
@ServiceTest
class QueriesTest {

  @Autowired ApplicationContext context;

  @Test
  void eachRepositoryCanBeMade() {
    @SuppressWarnings("rawtypes") // as getBeansOfType wants it
    Map<String, Repository> all = context.getBeansOfType(Repository.class);
    assertThat(all).hasSizeGreaterThan(30);
    assertThat(all.values()).doesNotContainNull();
  }
}
