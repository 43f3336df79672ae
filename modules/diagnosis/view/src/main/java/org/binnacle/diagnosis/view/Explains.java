package org.binnacle.diagnosis.view;

import org.binnacle.kernel.InstanceRef;

/// Where plans are shown: another room, which the window wires in. On the FX thread.
public interface Explains {
  /// No plans can be shown.
  Explains NONE =
      new Explains() {
        @Override
        public void running(InstanceRef instance, long connection) {}

        @Override
        public void statement(InstanceRef instance, String database, String sql) {}

        @Override
        public boolean possible() {
          return false;
        }
      };

  /// Shows the plan of what a thread runs now.
  ///
  /// @param connection as in the process list
  void running(InstanceRef instance, long connection);

  /// Shows the plan that a statement would get now.
  ///
  /// @param database the default database; empty for none
  void statement(InstanceRef instance, String database, String sql);

  /// Whether there is a place to show plans; buttons are left out where not.
  default boolean possible() {
    return true;
  }
}
