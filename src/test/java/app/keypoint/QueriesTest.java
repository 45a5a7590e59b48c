package app.keypoint;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.support.ServiceTest;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Each query of each repository is one that a start accepts, though other tests' starts ask none.
 */
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

  /** Nobody rewrites them: {@link QueriesAsWritten}. */
  @Test
  void eachQueryMakesItsRecordsItself_andIsSortedAndCountedByNobodyElse() {
    List<Method> asked =
        context.getBeansOfType(Repository.class).values().stream()
            .flatMap(bean -> Stream.of(AopProxyUtils.proxiedUserInterfaces(bean)))
            .filter(type -> type.getPackageName().startsWith("app.keypoint"))
            .flatMap(type -> Stream.of(type.getMethods()))
            .filter(method -> !query(method).isEmpty())
            .toList();
    assertThat(asked)
        .filteredOn(method -> element(method).isRecord())
        .hasSizeGreaterThan(15)
        .allSatisfy(
            method ->
                assertThat(query(method))
                    .as("%s", method)
                    .containsPattern("(?is)^\\s*select\\s+(distinct\\s+)?new\\s"));
    assertThat(asked)
        .hasSizeGreaterThan(100)
        .allSatisfy(
            method -> {
              assertThat(method.getParameterTypes()).as("%s", method).doesNotContain(Sort.class);
              assertThat(Slice.class.isAssignableFrom(method.getReturnType()))
                  .as("%s", method)
                  .isFalse();
            });
  }

  /** In JPQL; empty when there is none. */
  private static String query(Method method) {
    Query query = method.getAnnotation(Query.class);
    return query == null || query.nativeQuery() ? "" : query.value();
  }

  private static Class<?> element(Method method) {
    ResolvableType type = ResolvableType.forMethodReturnType(method);
    while (type.hasGenerics()) {
      type = type.getGeneric(0);
    }
    return type.toClass();
  }
}
