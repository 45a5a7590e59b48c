package app.keypoint.architecture;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.keypoint.access.Unattended;
import app.keypoint.identity.Account;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import app.keypoint.time.StudyCalendar;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Half a million characters, and collections beyond their bound, sent to every text and collection
 * of every service as it runs: each is refused with the field's name and limit.
 */
@ServiceTest
@Tag("slow")
class HugeInputTest {

  private static final String HUGE = "x".repeat(500_000);

  @Autowired ApplicationContext context;
  @Autowired Fixtures fixtures;
  @Autowired TransactionOperations transactions;

  private Account learner;

  @Test
  void isRefusedByEveryService() {
    learner = fixtures.learner();
    List<String> taken = new ArrayList<>();
    int sent = 0;
    for (Method method : ServiceMethods.all().toList()) {
      Parameter[] parameters = method.getParameters();
      for (int i = 0; i < parameters.length; i++) {
        if (!parameters[i].isAnnotationPresent(Size.class)
            && !parameters[i].isAnnotationPresent(Valid.class)) {
          continue;
        }
        for (Object huge : huge(parameters[i].getType())) {
          Object[] arguments = Arrays.stream(parameters).map(p -> usual(p.getType())).toArray();
          arguments[i] = huge;
          sent++;
          if (!(thrownBy(method, arguments) instanceof ConstraintViolationException refused)
              || !refused.getMessage().contains("between 0 and")
              || refused.getMessage().contains(HUGE)) {
            taken.add(method + " took " + parameters[i].getName());
          }
        }
      }
    }
    assertThat(taken).isEmpty();
    assertThat(sent).isGreaterThan(40);
  }

  private Throwable thrownBy(Method method, Object[] arguments) {
    Throwable thrown = thrownAtOnce(method, arguments);
    return thrown instanceof IllegalTransactionStateException
        ? requireNonNull(
            transactions.execute(
                status -> {
                  status.setRollbackOnly(); // as what is thrown inside of it would by itself
                  return thrownAtOnce(method, arguments);
                }))
        : thrown;
  }

  private Throwable thrownAtOnce(Method method, Object[] arguments) {
    // As the program, which may call everything.
    Object service = context.getBeansOfType(method.getDeclaringClass()).values().iterator().next();
    return Unattended.call(
        () ->
            catchThrowable(
                () -> {
                  try {
                    method.invoke(service, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                }));
  }

  /** Values beyond a bound: of a record one for each component that has some. */
  private Stream<Object> hugeStream(Class<?> type) {
    if (type == String.class) {
      return Stream.of(HUGE);
    }
    if (Map.class.isAssignableFrom(type)) {
      return Stream.of(
          LongStream.range(0, 50_000)
              .boxed()
              .collect(Collectors.toMap(id -> id, id -> LocalDate.EPOCH)));
    }
    if (Collection.class.isAssignableFrom(type)) {
      Stream<Object> many =
          Stream.of(IntStream.range(0, 50_000).<Object>mapToObj(i -> "x" + i).collect(asA(type)));
      return many;
    }
    if (type.isSealed()) {
      return Arrays.stream(type.getPermittedSubclasses()).flatMap(this::hugeStream);
    }
    if (!type.isRecord()) {
      return Stream.empty();
    }
    RecordComponent[] components = type.getRecordComponents();
    return IntStream.range(0, components.length)
        .boxed()
        .filter(i -> isBounded(type, components[i]))
        .flatMap(
            i ->
                hugeStream(components[i].getType())
                    .map(
                        huge -> {
                          Object[] values =
                              Arrays.stream(components).map(c -> usual(c.getType())).toArray();
                          values[i] = huge;
                          return made(type, components, values);
                        }));
  }

  private List<Object> huge(Class<?> type) {
    return hugeStream(type).toList();
  }

  private static boolean isBounded(Class<?> type, RecordComponent component) {
    try {
      var field = type.getDeclaredField(component.getName());
      return field.isAnnotationPresent(Size.class) || field.isAnnotationPresent(Valid.class);
    } catch (NoSuchFieldException e) {
      throw new AssertionError(e);
    }
  }

  private static java.util.stream.Collector<Object, ?, ?> asA(Class<?> type) {
    return Set.class.isAssignableFrom(type) ? Collectors.toSet() : Collectors.toList();
  }

  private @Nullable Object usual(Class<?> type) {
    if (type == long.class) return learner.id();
    if (type == int.class) return 1;
    if (type == boolean.class) return false;
    if (type == double.class) return 1d;
    if (type == String.class) return "x";
    if (type == Account.class) return learner;
    if (type == LocalDate.class) return LocalDate.EPOCH;
    if (type == Instant.class) return Instant.EPOCH;
    if (type == Duration.class) return Duration.ZERO;
    if (type == Locale.class) return Locale.ENGLISH;
    if (type == ZoneId.class) return ZoneOffset.UTC;
    if (type == StudyCalendar.class) return learner.calendar();
    if (Map.class.isAssignableFrom(type)) return Map.of();
    if (Set.class.isAssignableFrom(type)) return new HashSet<>();
    if (Collection.class.isAssignableFrom(type)) return List.of();
    if (type.isEnum()) return type.getEnumConstants()[0];
    if (type.isSealed()) return usual(type.getPermittedSubclasses()[0]);
    if (!type.isRecord()) return null;
    RecordComponent[] components = type.getRecordComponents();
    return made(type, components, Arrays.stream(components).map(c -> usual(c.getType())).toArray());
  }

  private static Object made(Class<?> type, RecordComponent[] components, Object[] values) {
    try {
      var constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
