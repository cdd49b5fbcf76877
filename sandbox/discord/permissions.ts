import { PermissionFlagsBits as Flags } from "discord-api-types/v10";
import type { WorldChannel, WorldGuild } from "./world.ts";

export const ALL_PERMISSIONS = Object.values(Flags).reduce((all, flag) => all | flag, 0n);

/** What a member may do in a channel (or in the guild at large).
 *  Source: https://discord.com/developers/docs/topics/permissions#permission-overwrites */
export function permissionsOf(guild: WorldGuild, userId: string, channel?: WorldChannel): bigint {
  const member = guild.members.find((one) => one.userId === userId);
  if (!member) return 0n;
  const roles = [guild.id, ...member.roles];
  let allowed = guild.roles
    .filter(({ id }) => roles.includes(id))
    .reduce((sum, role) => sum | role.permissions, 0n);
  if (guild.ownerId === userId || (allowed & Flags.Administrator) !== 0n) return ALL_PERMISSIONS;
  const overwrites = channel?.overwrites ?? [];
  const steps = [
    overwrites.filter(({ id }) => id === guild.id),
    overwrites.filter(({ kind, id }) => kind === "role" && id !== guild.id && roles.includes(id)),
    overwrites.filter(({ kind, id }) => kind === "member" && id === userId),
  ];
  for (const step of steps) {
    for (const { deny } of step) allowed &= ~deny;
    for (const { allow } of step) allowed |= allow;
  }
  return allowed;
}

export const has = (permissions: bigint, flag: bigint): boolean => (permissions & flag) === flag;
