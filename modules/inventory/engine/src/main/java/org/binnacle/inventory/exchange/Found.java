package org.binnacle.inventory.exchange;

import java.util.Optional;
import java.util.Set;
import org.binnacle.inventory.Field;
import org.binnacle.inventory.InstanceDraft;
import org.binnacle.mysql.Secret;

/// One connection that a file describes.
///
/// @param known the fields that the file says something about; the others are left as they are
/// @param named whether the file gives the name, or it was made up from other values
/// @param password offered to the vault, never kept in the inventory
/// @param where `file:line`
record Found(
    InstanceDraft draft, Set<Field> known, boolean named, Optional<Secret> password, String where) {

  Found {
    known = Set.copyOf(known);
  }
}
