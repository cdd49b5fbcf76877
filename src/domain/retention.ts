import type { Family } from "./service.ts";

export interface RetentionDays {
  readonly from: number;
  readonly to: number;
}

/**
 * How long OVHcloud really keeps data after a service ended, in days (guide "Deletion of your services"); null for
 * families of which it says nothing.
 */
export function retentionDays(family: Family): RetentionDays | null {
  switch (family) {
    case "hosting":
    case "database":
      return { from: 45, to: 45 };
    case "domain":
      return { from: 45, to: 60 };
    case "mxplan":
      return { from: 14, to: 14 };
    case "vps":
    case "public-cloud":
      return { from: 30, to: 30 };
    case "zone":
    case "dedicated":
    case "private-cloud":
    case "vrack":
    case "license":
    case "email-pro":
    case "exchange":
    case "microsoft-365":
    case "sms":
    case "telecom":
    case "other":
      return null;
  }
}
