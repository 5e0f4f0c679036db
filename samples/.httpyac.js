// httpYac calls an answer by the name of its request alone. This lets it read {{name.response.body.$.id}} as well, the
// way REST Client, Visual Studio and Kulala write it.
module.exports = {
  configureHooks: ({ hooks }) =>
    hooks.onResponse.addHook("namedAsInRestClient", ({ parsedBody }) => {
      if (parsedBody && typeof parsedBody === "object") {
        Object.defineProperty(parsedBody, "response", { value: { body: { $: parsedBody } }, configurable: true });
      }
    }),
};
