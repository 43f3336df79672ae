/// One class a server family: the SQL that it wants where families differ.
@NullMarked
package org.binnacle.mysql.flavour;

import org.jspecify.annotations.NullMarked;
