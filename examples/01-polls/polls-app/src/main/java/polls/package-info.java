/** The poll application. */
package polls;
