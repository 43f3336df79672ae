package org.binnacle.testkit.fx;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import javafx.beans.Observable;

/// How many listeners hang on something that lives long. JavaFX does not tell, so this reads the
/// private parts of its properties: for tests only, with JavaFX on the class path.
public final class Listeners {
  private Listeners() {}

  /// The sum over these; call on the FX thread.
  public static int count(Observable... longLived) {
    int sum = 0;
    for (Observable one : longLived) {
      sum += of(one);
    }
    return sum;
  }

  private static int of(Observable one) {
    try {
      for (Class<?> type = one.getClass(); type != null; type = type.getSuperclass()) {
        for (Field field : type.getDeclaredFields()) {
          if (helper(field.getType())) {
            field.setAccessible(true);
            return inside(field.get(one));
          }
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    throw new IllegalArgumentException("no place for listeners in " + one.getClass());
  }

  private static boolean helper(Class<?> type) {
    return type.getName().startsWith("com.sun.javafx.")
        && (type.getSimpleName().endsWith("ExpressionHelper")
            || type.getSimpleName().equals("ListListenerHelper"));
  }

  // A helper is null for none, of a class `Single...` for one, `Generic` with two sizes for more.
  private static int inside(Object helper) throws ReflectiveOperationException {
    if (helper == null) {
      return 0;
    }
    int sum = 0;
    boolean generic = false;
    for (Field field : helper.getClass().getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && field.getName().endsWith("Size")) {
        field.setAccessible(true);
        sum += field.getInt(helper);
        generic = true;
      }
    }
    return generic ? sum : 1;
  }
}
