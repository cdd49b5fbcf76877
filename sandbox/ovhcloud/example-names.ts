import { domainToASCII } from "node:url";

export const NIC = "ls148374-ovh";

/** Holds the administrator or the billing contact of a few services. */
export const COLLEAGUE = "mb201455-ovh";

/** Four services share this name: domain, zone, web hosting and MX Plan. */
export const BAKERY = "boulangerie-lumiere.fr";
export const CAFE = domainToASCII("café-des-arts.fr");
export const WORKSHOP = "atelier-noel.ovh";
