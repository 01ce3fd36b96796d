package io.guanxi.crm.platform.security;

/**
 * A role as it stood when read.
 *
 * @param shipped there from the start; it can be changed and reset, not deleted
 * @param changed a shipped role that is no longer as it was shipped
 */
public record Role(long id, long version, RoleData data, boolean shipped, boolean changed) {

    /** True for the role that may do everything, whatever its grants say; it stays as it is. */
    public boolean isFixed() {
        return data.code().equals(Caller.ADMINISTRATOR);
    }
}
