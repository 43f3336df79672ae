package org.binnacle.inventory.view;

import java.util.Optional;
import java.util.function.Consumer;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.reach.Step;
import org.binnacle.kernel.Cancel;

/// The port that tries a connection step by step ({@link
/// org.binnacle.inventory.reach.ConnectionTest}). Called off the FX thread.
@FunctionalInterface
public interface ConnectionTester {

  /// @param instance as the form has it, not necessarily in the inventory
  /// @param typed the password as typed; empty to take the vault's; wiped by the caller afterwards
  /// @param told takes each step when it has ended, on any thread
  void test(Instance instance, Optional<char[]> typed, Cancel cancel, Consumer<Step> told);
}
