package org.binnacle.diagnosis.view;

import java.util.List;
import org.binnacle.kernel.InstanceRef;

/// Where panels of this module lead to others; the window stands behind it. On the FX thread.
public interface Doors {

  /// Opens an incident by its id.
  void incident(String id);

  /// Opens the comparison of two incidents.
  void compare(String before, String after);

  /// Opens the live views of instances.
  default void live(List<InstanceRef> instances) {}

  /// Opens a worksheet with a statement, which is not run.
  ///
  /// @param database the default database; empty for none
  default void worksheet(InstanceRef instance, String database, String sql) {}

  /// Doors that lead nowhere.
  static Doors none() {
    return new Doors() {
      @Override
      public void incident(String id) {}

      @Override
      public void compare(String before, String after) {}
    };
  }
}
