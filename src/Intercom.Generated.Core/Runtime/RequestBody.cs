using System.Net.Http.Headers;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>The body of a call: written once where it is JSON, and again for each try where it is a form.</summary>
internal sealed class RequestBody
{
    private readonly byte[]? _json;
    private readonly IntercomModel? _form;
    private readonly IReadOnlyList<(Stream Stream, long Start)> _files = [];

    private RequestBody(byte[] json)
    {
        _json = json;
        CanSendAgain = true;
    }

    private RequestBody(IntercomModel form)
    {
        _form = form;
        var files = ModelShape.Of(form.GetType()).Properties.Select(property => property.Get(form)).OfType<UploadFile>().Select(file => file.Content).ToList();
        CanSendAgain = files.TrueForAll(file => file.CanSeek);
        if (CanSendAgain)
            _files = [.. files.Select(file => (file, file.Position))];
    }

    /// <summary>Whether the body can be sent a second time: not when the stream of an upload cannot be rewound.</summary>
    public bool CanSendAgain { get; }

    /// <summary>Makes the body of a request; null when it has none.</summary>
    public static RequestBody? For(ApiRequest request) => request.Body switch
    {
        null => null,
        IntercomModel form when request.Operation.IsMultipart => new RequestBody(form),
        var body => new RequestBody(WireFormat.Write(body, request.BodyOverrides)),
    };

    /// <summary>Makes the content of a try.</summary>
    public HttpContent ToContent()
    {
        if (_json is null)
        {
            foreach (var (stream, position) in _files)
                stream.Position = position;
            return Multipart(_form!);
        }

        var content = new ByteArrayContent(_json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        return content;
    }

    private static MultipartFormDataContent Multipart(IntercomModel model)
    {
        var form = new MultipartFormDataContent();
        foreach (var property in ModelShape.Of(model.GetType()).Properties)
        {
            switch (property.Get(model))
            {
                case null:
                    break;
                case UploadFile file:
                    var content = new StreamContent(new KeptOpenStream(file.Content));
                    content.Headers.ContentType = MediaTypeHeaderValue.Parse(file.ContentType);
                    form.Add(content, property.Name, file.FileName);
                    break;
                case var value:
                    using (var writer = new JTokenWriter())
                    {
                        JsonOutput.Write(writer, value, property.Converter, property.ItemConverter, Newtonsoft.Json.JsonSerializer.CreateDefault());
                        form.Add(Field(writer.Token!), property.Name);
                    }

                    break;
            }
        }

        if (model.HasAdditionalProperties)
        {
            foreach (var property in model.AdditionalProperties)
                form.Add(Field(property.Value), property.Key);
        }

        return form;
    }

    private static StringContent Field(JToken value) => new(value is JValue { Value: string text } ? text : value.ToString(Newtonsoft.Json.Formatting.None));

    // The caller's stream is the caller's to dispose, and HttpClient disposes what it has sent.
    private sealed class KeptOpenStream(Stream inner) : Stream
    {
        public override bool CanRead => inner.CanRead;

        public override bool CanSeek => inner.CanSeek;

        public override bool CanWrite => false;

        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => inner.Position = value;
        }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            inner.ReadAsync(buffer, offset, count, cancellationToken);

        public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
