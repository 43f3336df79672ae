package org.binnacle.diagnosis.view;

/// Where panels of this module lead to others; the window stands behind it. On the FX thread.
public interface Doors {

  /// Opens an incident by its id.
  void incident(String id);

  /// Opens the comparison of two incidents.
  void compare(String before, String after);

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
