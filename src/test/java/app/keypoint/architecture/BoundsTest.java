package app.keypoint.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Translations;
import app.keypoint.content.loading.ContentStatus;
import app.keypoint.content.loading.QuestionHolder;
import app.keypoint.identity.Account;
import app.keypoint.review.history.PastAnswer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.validation.annotation.Validated;

/**
 * Nothing that a person can send is without a bound on the server: every text and collection that
 * the features' services take has a {@code @Size}, records that hold some are {@code @Valid}, and
 * the service is {@code @Validated}, so that Spring refuses what is larger before the service sees
 * it.
 */
class BoundsTest {

  /** What may go unbounded, and why. A new one needs a reason as good as these. */
  private static final Map<Class<?>, String> WITHOUT =
      Map.of(
          Account.class, "read from the database",
          AuditNote.class, "cuts what is too long, for nothing may keep an entry from being made",
          PastAnswer.class, "bounded where the file is read and where the rows are taken",
          Catalogue.class, "looks up in a map, keeps nothing",
          ContentStatus.class, "looks up in a map, keeps nothing",
          QuestionHolder.class, "told by the loader of the content, asked about one quiz",
          Translations.class, "looks up in a map, keeps nothing",
          AuditTrail.class, "takes audit notes");

  private final List<String> unbounded = new ArrayList<>();

  @Test
  void everyTextAndCollectionThatAServiceTakesHasABound() {
    for (Method method : ServiceMethods.all().toList()) {
      if (WITHOUT.containsKey(method.getDeclaringClass())) {
        continue;
      }
      String where = method.getDeclaringClass().getSimpleName() + "." + method.getName();
      for (Parameter parameter : method.getParameters()) {
        check(
            where + "(" + parameter.getName() + ")",
            parameter.getType(),
            parameter,
            parameter.getAnnotatedType(),
            new HashSet<>());
      }
    }
    assertThat(unbounded).isEmpty();
  }

  @Test
  void everyServiceThatHasBoundsEnforcesThem() {
    assertThat(
            ServiceMethods.all()
                .filter(
                    method ->
                        List.of(method.getParameters()).stream()
                            .anyMatch(
                                parameter ->
                                    parameter.isAnnotationPresent(Size.class)
                                        || parameter.isAnnotationPresent(Valid.class)))
                .map(Method::getDeclaringClass)
                .filter(type -> !type.isAnnotationPresent(Validated.class)))
        .as("services without @Validated")
        .isEmpty();
  }

  @Test
  void findsTheServices() {
    assertThat(ServiceMethods.services()).hasSizeGreaterThan(20);
  }

  private void check(
      String where,
      Class<?> type,
      AnnotatedElement element,
      AnnotatedType annotated,
      Set<Class<?>> seen) {
    if (CharSequence.class.isAssignableFrom(type)
        || Collection.class.isAssignableFrom(type)
        || Map.class.isAssignableFrom(type)) {
      boolean elementsAreTrusted =
          annotated instanceof AnnotatedParameterizedType generic
              && generic.getAnnotatedActualTypeArguments()[0].getType() instanceof Class<?> of
              && WITHOUT.containsKey(of);
      if (!elementsAreTrusted && !bounded(element) && !bounded(annotated)) {
        unbounded.add(where);
      }
      if (annotated instanceof AnnotatedParameterizedType generic) {
        for (AnnotatedType argument : generic.getAnnotatedActualTypeArguments()) {
          if (argument.getType() instanceof Class<?> of) {
            check(where + "<>", of, argument, argument, seen);
          }
        }
      }
    } else if (!WITHOUT.containsKey(type)
        && type.getName().startsWith("app.keypoint.")
        && holdsTexts(type, new HashSet<>())) {
      if (!element.isAnnotationPresent(Valid.class)) {
        unbounded.add(where + " without @Valid");
      }
      components(type, where, seen);
    }
  }

  private void components(Class<?> type, String where, Set<Class<?>> seen) {
    if (!seen.add(type)) {
      return;
    }
    if (type.isSealed()) {
      for (Class<?> one : type.getPermittedSubclasses()) {
        components(one, where, seen);
      }
    } else if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        check(
            where + "." + type.getSimpleName() + "." + component.getName(),
            component.getType(),
            field(type, component),
            component.getAnnotatedType(),
            seen);
      }
    } else if (!type.isEnum()) {
      unbounded.add(where + " is neither record nor sealed");
    }
  }

  /** Where the validator looks; a component's annotation goes to its field. */
  private static AnnotatedElement field(Class<?> type, RecordComponent component) {
    try {
      return type.getDeclaredField(component.getName());
    } catch (NoSuchFieldException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean holdsTexts(Class<?> type, Set<Class<?>> seen) {
    if (!seen.add(type) || WITHOUT.containsKey(type)) {
      return false;
    }
    if (CharSequence.class.isAssignableFrom(type)
        || Collection.class.isAssignableFrom(type)
        || Map.class.isAssignableFrom(type)) {
      return true;
    }
    if (type.isSealed()) {
      return List.of(type.getPermittedSubclasses()).stream().anyMatch(one -> holdsTexts(one, seen));
    }
    return type.isRecord()
        && List.of(type.getRecordComponents()).stream()
            .anyMatch(component -> holdsTexts(component.getType(), seen));
  }

  private static boolean bounded(AnnotatedElement element) {
    Size size = element.getAnnotation(Size.class);
    return size != null && size.max() < 1_000_000;
  }
}
