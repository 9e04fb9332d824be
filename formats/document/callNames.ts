/** Names of the buyer's own parameters in a call by a browser form, compared without regard to case. What is absent is not sent. */
export interface CallNames {
  readonly user: string;
  readonly password: string;
  /** Who shops; without it the user is a shared one. */
  readonly userId?: string | undefined;
  readonly userName?: string | undefined;
  readonly userMail?: string | undefined;
  readonly customer?: string | undefined;
  readonly deliveryPlace?: string | undefined;
  readonly language?: string | undefined;
  /** Straight to a product, a category or a search. */
  readonly product?: string | undefined;
  readonly category?: string | undefined;
  readonly search?: string | undefined;
}
