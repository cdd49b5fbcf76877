/** What the client would not let a person do: the command is not in the list, the button is grey. */
export class ImpossibleAct extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ImpossibleAct";
  }
}
